//! How a command can fail, and with which exit status (`cli.md`).

use lods_app::store;

pub const INPUT: u8 = 1;
pub const WRONG_USE: u8 = 2;
pub const SYSTEM: u8 = 3;

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The input has faults; each is a line.
    #[error("{0}")]
    Input(String),
    #[error("error: {0}")]
    WrongUse(String),
    #[error("error: {0}")]
    System(String),
}

impl Failure {
    pub fn status(&self) -> u8 {
        match self {
            Failure::Input(_) => INPUT,
            Failure::WrongUse(_) => WRONG_USE,
            Failure::System(_) => SYSTEM,
        }
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Failure {
        match error {
            store::Error::Address => Failure::WrongUse(error.to_string()),
            error => Failure::System(error.to_string()),
        }
    }
}

impl From<lods_app::Error> for Failure {
    fn from(error: lods_app::Error) -> Failure {
        match error {
            lods_app::Error::Store(error) => error.into(),
            lods_app::Error::NotFound => Failure::WrongUse("there is no such thing in the database".to_owned()),
            error => Failure::System(error.to_string()),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure::System(error.to_string())
    }
}
