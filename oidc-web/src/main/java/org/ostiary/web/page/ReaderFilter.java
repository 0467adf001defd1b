package org.ostiary.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.authorize.RequestedLocales;
import org.ostiary.ejb.reader.ReaderService;
import org.ostiary.web.http.FormBody;
import org.ostiary.web.http.Visit;

/**
 * Lets every answer be in the reader's language: what the application asked for, else what the account says, else what the
 * browser prefers, else the operator's. Mapped in {@code web.xml}, for errors of the container too.
 */
public class ReaderFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(ReaderFilter.class.getName());
    private static final String FORM = ReaderFilter.class.getName() + ".form";

    @Inject
    transient ReaderService readers;

    @Inject
    transient Visit visit;

    @Inject
    transient ProviderConfig config;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Reader.during(() -> language(request), (Reader.Work<IOException, ServletException>)
                () -> chain.doFilter(request, response));
    }

    /** Lets the language be looked for in a form, too, which is read but once. */
    static void keep(HttpServletRequest request, RequestParameters form) {
        request.setAttribute(FORM, form);
    }

    /** What the address itself asks for; empty for nothing that there are words in. */
    public static Optional<Language> asked(HttpServletRequest request) {
        try {
            return Language.best(RequestedLocales.of(FormBody.query(request)).pages());
        } catch (OAuthException malformed) {
            return Optional.empty();
        }
    }

    private Language language(HttpServletRequest request) {
        return stored(request)
                .or(() -> Language.preferred(request.getHeader("Accept-Language")))
                .orElseGet(() -> config.pages().language());
    }

    /** A page that says what went wrong is shown in any language rather than not at all. */
    private Optional<Language> stored(HttpServletRequest request) {
        try {
            return readers.language(parameters(request), visit.visitor());
        } catch (OAuthException malformed) {
            return Optional.empty();
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "The language of the reader is not known", failure);
            return Optional.empty();
        }
    }

    private static RequestParameters parameters(HttpServletRequest request) {
        return request.getAttribute(FORM) instanceof RequestParameters form ? form : FormBody.query(request);
    }
}
