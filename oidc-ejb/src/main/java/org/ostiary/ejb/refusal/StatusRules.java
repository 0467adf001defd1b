package org.ostiary.ejb.refusal;

import org.ostiary.ejb.protocol.Rule;

/** The rules that requests break before any endpoint sees them, or that a page refuses, by the status that they are answered with (RFC 9110). */
final class StatusRules {

    private StatusRules() {}

    static Rule of(int status) {
        return switch (status) {
            case 400 -> new Rule("http-well-formed", "RFC 9110, section 15.5.1");
            case 403 -> new Rule("http-form-of-ours", "RFC 9110, section 15.5.4");
            case 404 -> new Rule("http-known-path", "RFC 9110, section 15.5.5");
            case 405 -> new Rule("http-method-allowed", "RFC 9110, section 15.5.6");
            case 406 -> new Rule("http-acceptable", "RFC 9110, section 15.5.7");
            case 408 -> new Rule("http-in-time", "RFC 9110, section 15.5.9");
            case 410 -> new Rule("http-not-over", "RFC 9110, section 15.5.11");
            case 411 -> new Rule("http-length-given", "RFC 9110, section 15.5.12");
            case 413 -> new Rule("http-body-size", "RFC 9110, section 15.5.14");
            case 414 -> new Rule("http-address-length", "RFC 9110, section 15.5.15");
            case 415 -> new Rule("http-media-type", "RFC 9110, section 15.5.16");
            case 421 -> new Rule("http-own-host", "RFC 9110, section 15.5.20");
            case 431 -> new Rule("http-header-length", "RFC 6585, section 5");
            case 503 -> new Rule("http-available", "RFC 9110, section 15.6.4");
            default -> new Rule("http-status-" + status, "RFC 9110, section 15");
        };
    }
}
