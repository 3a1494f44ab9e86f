//! lods-store
