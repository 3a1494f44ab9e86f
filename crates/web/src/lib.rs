//! lods-web
