package org.ostiary.it.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A security key that the browser believes to be plugged in: its person touches it at once and is verified, unless told otherwise. */
final class VirtualAuthenticator {
    private final CDPSession devtools;
    private final String id;

    private VirtualAuthenticator(CDPSession devtools, String id) {
        this.devtools = devtools;
        this.id = id;
    }

    static VirtualAuthenticator pluggedInto(Page page) {
        return of(page, "usb");
    }

    /** One that is part of the device, as those are that keep passkeys to suggest. */
    static VirtualAuthenticator builtInto(Page page) {
        return of(page, "internal");
    }

    private static VirtualAuthenticator of(Page page, String transport) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", transport);
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        return new VirtualAuthenticator(
                devtools,
                devtools.send("WebAuthn.addVirtualAuthenticator", arguments)
                        .get("authenticatorId")
                        .getAsString());
    }

    /** The person's finger is not the right one from now on, or is again. */
    void verifies(boolean yes) {
        send("WebAuthn.setUserVerified", "isUserVerified", yes);
    }

    int credentials() {
        return held().size();
    }

    /** Holds what another one holds, too, as it is with passkeys that a person's devices share. */
    void takeOver(VirtualAuthenticator other) {
        other.held().forEach(each -> add(each.getAsJsonObject()));
    }

    /** Sets the counters of all its credentials, as on a copy that was made when they stood there. */
    void countFrom(int count) {
        JsonArray credentials = held();
        devtools.send("WebAuthn.clearCredentials", arguments());
        credentials.forEach(each -> {
            JsonObject credential = each.getAsJsonObject();
            credential.addProperty("signCount", count);
            add(credential);
        });
    }

    private void add(JsonObject credential) {
        JsonObject arguments = arguments();
        arguments.add("credential", credential);
        devtools.send("WebAuthn.addCredential", arguments);
    }

    private JsonArray held() {
        return devtools.send("WebAuthn.getCredentials", arguments()).getAsJsonArray("credentials");
    }

    private void send(String method, String name, boolean value) {
        JsonObject arguments = arguments();
        arguments.addProperty(name, value);
        devtools.send(method, arguments);
    }

    private JsonObject arguments() {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        return arguments;
    }
}
