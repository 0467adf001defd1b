package org.ostiary.it.http;

import java.net.URI;

/**
 * The authorization response, as it arrived at the redirect URI.
 *
 * @param address the redirect URI with everything that was added to it
 * @param parameters the response's parameters, from the query or from the form that the page posts
 * @param answer the answer that carried it
 */
public record Callback(URI address, Parameters parameters, Answer answer) {
    /** The authorization code; fails when the response is an error. */
    public String code() {
        return parameters.require("code");
    }

    /** The error code; fails when the response is a success. */
    public String error() {
        return parameters.require("error");
    }
}
