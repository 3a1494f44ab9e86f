# Sider, der vises, når noget ikke går.
error-back-to-today = Gå til I dag
error-bad-request-title = Vi forstod ikke det, du sendte
error-bad-request-text = Siden kan have været åben for længe. Gå tilbage, indlæs siden igen, og prøv en gang til.
error-forbidden-title = Det har du ikke adgang til
error-forbidden-text = Tal med din leder eller koordinator, hvis du skal bruge adgangen i dit arbejde.
error-not-found-title = Siden findes ikke
error-not-found-text = Adressen kan være forkert, eller også har du ikke adgang til det, den viser.
error-internal-title = Noget gik galt hos os
error-internal-text = Det er ikke din skyld. Prøv igen om lidt. Bliver det ved, så giv din it-afdeling dette nummer: { $reference }
