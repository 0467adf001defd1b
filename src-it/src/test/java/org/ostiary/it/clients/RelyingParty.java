package org.ostiary.it.clients;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The web application built on openid-client, {@code relying-party.mjs}, running in Node. */
final class RelyingParty implements AutoCloseable {
    private final ForeignProgram program;
    private final int port;

    private RelyingParty(ForeignProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    /** The redirect URI of an application on that port. */
    static String redirectUri(int port) {
        return "http://127.0.0.1:" + port + "/callback";
    }

    /** Starts it on that port, able to log people in as any of these clients. */
    static RelyingParty start(URI issuer, int port, List<Registration> clients) {
        Path directory = TestTools.directory("openid-client");
        List<String> command =
                new ArrayList<>(List.of("node", "relying-party.mjs", issuer.toString(), Integer.toString(port)));
        clients.forEach(client -> command.add(client.formEncoded()));
        ForeignProgram program = ForeignProgram.start(directory, command);
        program.awaitListening(port);
        return new RelyingParty(program, port);
    }

    /** The redirect URI of this application. */
    String redirectUri() {
        return redirectUri(port);
    }

    /** Where a login as that client begins; see the script for what may follow a question mark. */
    URI login(String client) {
        return URI.create("http://127.0.0.1:" + port + "/login/" + client);
    }

    /** Where it shows what the discovery documents told it. */
    URI provider() {
        return URI.create("http://127.0.0.1:" + port + "/provider");
    }

    /** Where it says whether a session goes on. */
    URI session(String sid) {
        return URI.create("http://127.0.0.1:" + port + "/session/" + sid);
    }

    /** Where it is told by the server that a session ended. */
    static String backChannel(int port) {
        return "http://127.0.0.1:" + port + "/backchannel";
    }

    /** Where a frame tells it. */
    static String frontChannel(int port) {
        return "http://127.0.0.1:" + port + "/frontchannel";
    }

    @Override
    public void close() {
        program.close();
    }
}
