//! lods-exchange
