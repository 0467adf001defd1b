package org.ostiary.ejb.authorize;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.authorize.AuthorizationResponse;

/** What happens next with an authorization request that was not refused. */
public sealed interface AuthorizeOutcome {

    /** One method for each outcome. */
    interface Cases<T> {
        T respond(Respond respond);

        T ask(Ask ask);

        T resume(Resume resume);

        T arrive(Arrive arrive);
    }

    /** Calls the method of this outcome. */
    <T> T accept(Cases<T> cases);

    /** The client gets its answer. */
    record Respond(AuthorizationResponse response) implements AuthorizeOutcome {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.respond(this);
        }
    }

    /**
     * The person is asked something.
     *
     * @param browserCookie the handle to set as the browser's cookie; null when it has one already
     */
    record Ask(Page page, String interaction, @Nullable String browserCookie) implements AuthorizeOutcome {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.ask(this);
        }
    }

    /** The browser comes again by GET, with the cookies that a POST from a foreign site does not carry. */
    record Resume(String interaction) implements AuthorizeOutcome {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.resume(this);
        }
    }

    /** The person goes on to the page of ours that they were on the way to; {@code path} is from the root of the issuer. */
    record Arrive(String path) implements AuthorizeOutcome {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.arrive(this);
        }
    }
}
