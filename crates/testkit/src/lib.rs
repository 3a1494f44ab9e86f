//! lods-testkit
