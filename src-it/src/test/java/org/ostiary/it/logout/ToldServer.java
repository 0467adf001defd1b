package org.ostiary.it.logout;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.CallbackListener;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.LogoutListener;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;

/** A server whose clients are told when sessions end, started at first use and kept for the run. */
public final class ToldServer {

    static final LogoutListener LISTENER = new LogoutListener();

    /** Where people may be led after a logout. */
    public static final String AFTERWARDS = "https://rp.test/bye?from=ostiary";

    /** The same at an application that answers. */
    public static final String HOME = CallbackListener.shared().home();

    /** Told by its server. */
    public static final TestClient BACK = told("back", "backchannel-logout-uri", LISTENER.address("back"));

    static final TestClient FLAKY = told("flaky", "backchannel-logout-uri", LISTENER.address("flaky"));
    static final TestClient HANGING = told("hanging", "backchannel-logout-uri", LISTENER.address("hanging"));
    static final TestClient REFUSING = told("refusing", "backchannel-logout-uri", LISTENER.address("refusing"));
    /** Told by the browser. */
    public static final TestClient FRAMED =
            told("framed", "frontchannel-logout-uri", CallbackListener.shared().origin() + "/framed?x=1");

    /** On the provider's own site, so that browsers let its frame see its cookie. */
    public static final TestClient NEAR = TestClient.confidential(
                    "near",
                    "secret-of-near-j8k7h6g5",
                    "client_secret_basic",
                    CallbackListener.shared().callback().replace("127.0.0.1", "localhost"))
            .with("consent-mode", "implicit");

    private static @Nullable OstiaryServer server;

    private ToldServer() {}

    /** The server. */
    public static synchronized OstiaryServer get() {
        if (server == null) {
            Map<String, String> clients = new LinkedHashMap<>();
            for (TestClient client : new TestClient[] {BACK, FLAKY, HANGING, REFUSING, FRAMED, NEAR}) {
                clients.putAll(client.keys());
            }
            server = Servers.fresh(
                    Flavour.MICRO_H2,
                    ServerSettings.standard()
                            .with("oidc.outbound.allowed-addresses", "127.0.0.1")
                            .withAll(clients));
            server.start();
        }
        return server;
    }

    private static TestClient told(String id, String key, String address) {
        return TestClient.confidential(
                        id,
                        "secret-of-" + id + "-j8k7h6g5",
                        "client_secret_basic",
                        CallbackListener.shared().callback())
                .with("consent-mode", "implicit")
                .with("grant-types", "authorization_code,refresh_token")
                .with("scopes", "openid,profile,offline_access")
                .with("post-logout-redirect-uris", AFTERWARDS + "," + HOME)
                .with("frontchannel-logout-session-required", "true")
                .with(key, address);
    }

    /** Signs Bob in with this browser at the client, or lets him through where he is signed in already. */
    static Tokens signIn(Journey journey, TestClient client) {
        RelyingParty application = new RelyingParty(get(), client);
        AuthorizationRequest request = application.validRequest().with("scope", "openid");
        return application.tokensFor(journey, TestAccounts.BOB, request);
    }
}
