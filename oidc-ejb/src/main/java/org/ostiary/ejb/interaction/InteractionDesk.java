package org.ostiary.ejb.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.authorize.Display;
import org.ostiary.ejb.protocol.authorize.RedirectTarget;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.interaction.Interaction;
import org.ostiary.persistence.interaction.Interactions;

/** Opens interactions and finds them again, for the one browser that each belongs to. */
@ApplicationScoped
public class InteractionDesk {

    private static final String SECTION = "OIDC Core 1.0, section 3.1.2.3";
    private static final Rule KNOWN = new Rule("interaction-known", SECTION);
    private static final Rule CLIENT_KNOWN = new Rule("interaction-client-known", SECTION);
    private static final Rule OWN_BROWSER = new Rule("interaction-own-browser", SECTION);
    private static final Rule IN_TIME = new Rule("interaction-in-time", SECTION);
    private static final Rule UNFINISHED = new Rule("interaction-unfinished", SECTION);

    private static final Set<String> SECRETS = Set.of("client_secret", "client_assertion", "code_verifier");

    @Inject
    Interactions interactions;

    @Inject
    ClientDirectory clients;

    @Inject
    TokenHashes hashes;

    @Inject
    SecureTokens random;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Stores a request that needs the person.
     *
     * @param pushedHash of the pushed request it is; null for none
     * @param browserCookie the browser's handle; null leaves the interaction to the first browser that opens it
     * @return the handle of the interaction
     */
    public String open(
            RegisteredClient client,
            RequestParameters parameters,
            @Nullable String pushedHash,
            @Nullable String browserCookie) {
        Instant now = clock.instant();
        String handle = random.handle("");
        interactions.add(new Interaction(
                hashes.hash(handle),
                browserCookie == null ? null : hashes.hash(browserCookie),
                client.clientId(),
                withoutSecrets(parameters).encoded(),
                pushedHash,
                now,
                now.plus(config.lifespans().interaction())));
        return handle;
    }

    /** No rule reads them here, so they come from a client that confuses its requests, and need not lie in the database. */
    private static RequestParameters withoutSecrets(RequestParameters parameters) {
        return SECRETS.stream().anyMatch(parameters::has) ? parameters.without(SECRETS) : parameters;
    }

    /**
     * Stores that a person is on the way to a page of ours.
     *
     * @param destination the path of the page, from the root of the issuer
     * @param maxAge how long ago the person may have proved who they are; null for as long as the session lives
     * @param language that the way there is to be in; null for no wish
     * @return the handle of the interaction
     */
    public String openOwn(
            String destination, @Nullable Duration maxAge, @Nullable Language language, String browserCookie) {
        Instant now = clock.instant();
        String handle = random.handle("");
        interactions.add(new Interaction(
                hashes.hash(handle),
                hashes.hash(browserCookie),
                destination,
                OwnPages.request(config.issuer(), destination, maxAge, language).encoded(),
                now,
                now.plus(config.lifespans().interaction())));
        return handle;
    }

    /**
     * The interaction behind a handle.
     *
     * @throws InteractionOver when it is unknown, belongs to another browser, was answered, or is too old
     */
    public OpenInteraction require(String handle, Visitor visitor) {
        Interaction interaction = find(handle);
        String browser = visitor.browserCookie();
        if (browser == null || !interaction.belongsTo(hashes.hash(browser))) {
            throw over(
                    interaction,
                    OWN_BROWSER,
                    "This page belongs to another browser, or this browser does not keep cookies."
                            + " Allow cookies for this site and start again from the application");
        }
        return open(handle, interaction);
    }

    /** Like {@link #require}, but gives an interaction that belongs to no browser yet to this one. */
    public OpenInteraction claim(String handle, Visitor visitor) {
        Interaction interaction = find(handle);
        String browser = visitor.browserCookie();
        if (browser != null && !interaction.bound()) {
            // Of two requests that come first only one binds; the other must see to whom.
            interactions.bind(hashes.hash(handle), hashes.hash(browser));
            interactions.reread(interaction);
        }
        return require(handle, visitor);
    }

    private Interaction find(String handle) {
        return interactions
                .find(hashes.hash(handle))
                .orElseThrow(() -> new InteractionOver(
                        KNOWN, "This page is not known here any more. Start again from the application"));
    }

    private OpenInteraction open(String handle, Interaction interaction) {
        switch (interaction.state(clock.instant())) {
            case COMPLETED -> throw finished(interaction);
            case EXPIRED ->
                throw over(
                        interaction,
                        IN_TIME,
                        "This sign-in took too long, so it was closed. Start again from the application");
            case OPEN -> {
                // Goes on below.
            }
        }
        RegisteredClient client = client(interaction)
                .orElseThrow(() -> new InteractionOver(CLIENT_KNOWN, "The application is not known here any more"));
        return new OpenInteraction(handle, interaction, client, RequestParameters.parse(interaction.parameters()));
    }

    /** What a person is told who comes second with an interaction that had its one answer. */
    public InteractionOver finished(Interaction interaction) {
        return over(
                interaction,
                UNFINISHED,
                "This sign-in was finished already. To sign in again, start from the application");
    }

    private static Display display(Interaction interaction) {
        return Display.of(RequestParameters.parse(interaction.parameters())
                .find("display")
                .orElse(Display.PAGE.value()));
    }

    private InteractionOver over(Interaction interaction, Rule rule, String description) {
        InteractionOver over = new InteractionOver(rule, description, startAgain(interaction), display(interaction));
        return interaction.clientId() == null ? over : over.concerning(interaction.clientId());
    }

    private Optional<RegisteredClient> client(Interaction interaction) {
        if (interaction.destination() != null) {
            return Optional.of(OwnPages.client(config.issuer(), interaction.destination()));
        }
        return Optional.ofNullable(interaction.clientId()).flatMap(clients::find);
    }

    /** Our own page, or the client's place to begin, else the front page of where the answer would have gone. */
    private @Nullable String startAgain(Interaction interaction) {
        if (interaction.destination() != null) {
            return config.issuer().endpoint(interaction.destination());
        }
        return client(interaction)
                .map(RegisteredClient::initiateLoginUri)
                .or(() -> RequestParameters.parse(interaction.parameters())
                        .find("redirect_uri")
                        .map(RedirectTarget::of)
                        .filter(RedirectTarget::isWebSite)
                        .map(target -> target.origin() + "/"))
                .orElse(null);
    }
}
