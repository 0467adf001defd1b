package org.ostiary.ejb.reader;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.authorize.RequestedLocales;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.interaction.Interaction;
import org.ostiary.persistence.interaction.Interactions;
import org.ostiary.persistence.logout.SignOut;
import org.ostiary.persistence.logout.SignOuts;
import org.ostiary.persistence.reset.ResetLinks;

/** Knows the language that somebody wants to read, as far as it is stored. */
@Stateless
public class ReaderService {

    @Inject
    Interactions interactions;

    @Inject
    SignOuts signOuts;

    @Inject
    SessionReader sessions;

    @Inject
    ResetLinks links;

    @Inject
    Accounts accounts;

    @Inject
    TokenHashes hashes;

    /**
     * What the application asked for in this request, or in the one that the request goes on with (OIDC Core 1.0, section
     * 3.1.2.1; OIDC RP-Initiated Logout 1.0, section 2); else what the person chose whom a link was mailed to, or who is signed
     * in. Empty when nothing says anything that there are words in.
     *
     * @param request the parameters of a page: its own {@code ui_locales}, an {@code interaction}, a {@code sign-out} or the
     *     {@code token} of a mailed link
     */
    @TransactionAttribute(SUPPORTS)
    public Optional<Language> language(RequestParameters request, Visitor visitor) {
        return asked(request)
                .or(() -> request.find("interaction").flatMap(this::ofInteraction))
                .or(() -> request.find("sign-out").flatMap(this::ofSignOut))
                .or(() -> request.find("token").flatMap(this::ofMailedLink))
                .or(() -> chosen(visitor));
    }

    private Optional<Language> ofInteraction(String handle) {
        return interactions
                .find(hashes.hash(handle))
                .map(Interaction::parameters)
                .map(RequestParameters::parse)
                .flatMap(ReaderService::asked);
    }

    private Optional<Language> ofSignOut(String handle) {
        return signOuts.find(hashes.hash(handle)).map(SignOut::language).flatMap(Language::of);
    }

    /** Who opens a link in a mail reads on in the language of the mail, whether the link still works or not. */
    private Optional<Language> ofMailedLink(String token) {
        return links.find(hashes.hash(token))
                .flatMap(link -> accounts.find(link.accountId()))
                .map(Account::language)
                .flatMap(Language::of);
    }

    private Optional<Language> chosen(Visitor visitor) {
        return sessions.live(visitor.sessionCookie())
                .map(standing -> standing.account().language())
                .flatMap(Language::of);
    }

    private static Optional<Language> asked(RequestParameters parameters) {
        return Language.best(RequestedLocales.of(parameters).pages());
    }
}
