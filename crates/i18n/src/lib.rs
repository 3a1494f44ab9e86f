//! lods-i18n
