package org.ostiary.ejb.session;

import java.util.Set;
import org.ostiary.ejb.interaction.OpenInteraction;

/**
 * A person proved who they are.
 *
 * @param amr by which methods (RFC 8176, section 2)
 * @param remember whether the person wants to stay logged in after the browser is closed
 * @param open the interaction that asked for it
 */
public record NewLogin(String accountId, Set<String> amr, boolean remember, OpenInteraction open) {}
