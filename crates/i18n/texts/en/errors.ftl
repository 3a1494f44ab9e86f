# Pages that are shown when something does not work.
error-back-to-today = Go to Today
error-bad-request-title = We did not understand what you sent
error-bad-request-text = The page may have been open for too long. Go back, reload the page and try again.
error-forbidden-title = You do not have access to this
error-forbidden-text = Talk to your leader or coordinator if you need the access in your work.
error-not-found-title = There is no such page
error-not-found-text = The address may be wrong, or you may not have access to what it shows.
error-internal-title = Something went wrong on our side
error-internal-text = It is not your fault. Try again in a moment. If it goes on, give your IT department this number: { $reference }
