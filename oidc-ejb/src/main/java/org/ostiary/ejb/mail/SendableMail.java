package org.ostiary.ejb.mail;

/**
 * A mail that one node sends now.
 *
 * @param id the same at each try
 * @param last whether there is no other try after this one
 */
public record SendableMail(String id, String accountId, String kind, String recipient, Letter letter, boolean last) {}
