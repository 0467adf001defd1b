package org.ostiary.ejb.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.ostiary.ejb.config.ProviderConfig;

/** Finds the mail session that the server's administrator made, by its JNDI name. */
@Dependent
public class MailRouteLookup {

    private static final Logger LOG = Logger.getLogger(MailRouteLookup.class.getName());

    @Produces
    @ApplicationScoped
    MailRoute route(ProviderConfig config) {
        String name = config.mail().session();
        return new MailRoute(() -> find(name));
    }

    /** The name is the operator's, never a request's, and no address of another naming service: MailReader sees to that. */
    @SuppressWarnings("BanJNDI")
    private static Optional<Session> find(String name) {
        try {
            if (new InitialContext().lookup(name) instanceof Session session) {
                return Optional.of(session);
            }
            LOG.warning(() -> "The resource " + name + " is no mail session");
        } catch (NamingException none) {
            LOG.log(Level.FINE, "There is no mail session", none);
        }
        return Optional.empty();
    }
}
