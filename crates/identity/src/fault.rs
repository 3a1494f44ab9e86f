//! Why a sign-in did not succeed. No variant carries what a token, a code, an address or a person's name said.

/// Why a sign-in at a provider did not succeed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// The settings cannot be used; the text names the setting.
    #[error("setting {0} of the sign-in provider cannot be used")]
    BadSettings(&'static str),
    /// The provider gave no answer: no connection, no trusted certificate, more than 10 seconds or more than 1 MB.
    #[error("the sign-in provider cannot be reached")]
    Unreachable,
    /// The provider answered with something that is no OpenID Connect, or describes another issuer.
    #[error("the sign-in provider does not answer as OpenID Connect asks for")]
    BadProvider,
    /// The person, or the provider on the person's behalf, said no.
    #[error("the sign-in was refused at the provider")]
    Refused,
    /// The provider sent the person back with an error of its own.
    #[error("the sign-in provider could not sign the person in")]
    ProviderFailed,
    /// The answer does not belong to the sign-in that this browser began.
    #[error("the answer belongs to another sign-in")]
    WrongState,
    /// The provider did not take the code: used, too old, made up, or begun with another PKCE verifier.
    #[error("the sign-in provider did not accept its code")]
    BadCode,
    /// The token's time is over.
    #[error("the sign-in token has expired")]
    Expired,
    /// The token cannot be trusted.
    #[error("the sign-in token cannot be trusted: {0}")]
    BadToken(TokenFault),
    /// The list of privileges in the token is not what OIO BPP describes.
    #[error("the list of privileges cannot be read")]
    BadPrivileges,
}

/// What is wrong with a token, so that whoever sets the provider up knows where to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenFault {
    /// There is none in the answer, or it is of a kind that is not understood (encrypted, for instance).
    #[error("none that can be read")]
    Unreadable,
    /// Unsigned, or signed in another way than RS256, PS256 or ES256.
    #[error("its kind of signature")]
    Algorithm,
    /// The provider publishes no key of that name.
    #[error("its key is unknown")]
    Key,
    #[error("its signature")]
    Signature,
    #[error("its issuer")]
    Issuer,
    #[error("its audience")]
    Audience,
    /// It was made for another sign-in.
    #[error("its nonce")]
    Nonce,
    /// Issued more than 60 seconds in the future.
    #[error("its time of issue")]
    IssuedAhead,
}
