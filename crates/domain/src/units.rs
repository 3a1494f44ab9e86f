//! Provider units (`enheder`): who gives the mentor support.

/// Declares an enum whose variants have a stable code, used in the database, JSON and URLs.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every variant, in the order in which a person would list them.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The stable code in database, JSON and URLs.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The variant with the code, if there is one.
            #[must_use]
            pub fn from_code(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// The kind of a unit. Its code is the Danish word of the import format, because `cli.md` promises "values as registered".
    UnitKind {
        /// Mentors employed by the municipality.
        Internal = "intern",
        /// A programme whose places count as mentor places (IPS, Projekt Plus …).
        Project = "projekt",
        /// A supplier that sells hours.
        Supplier = "leverandør",
        /// A voluntary organisation.
        Voluntary = "frivillig",
    }
}
