//! lods-reports
