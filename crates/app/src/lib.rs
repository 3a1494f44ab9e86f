//! lods-app
