package org.ostiary.ejb.config;

/**
 * What a directory calls the things a person is described by.
 *
 * @param uniqueId never changes and is never given to another
 */
public record LdapAttributes(
        String uniqueId,
        String username,
        String displayName,
        String givenName,
        String familyName,
        String mail,
        String memberOf,
        String groupName) {}
