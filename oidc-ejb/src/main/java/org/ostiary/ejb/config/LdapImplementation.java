package org.ostiary.ejb.config;

/** Kinds of directories with the filters and attribute names that fit them, as Authelia knows them. */
enum LdapImplementation {
    CUSTOM("custom", "uid", "entryUUID", "", ""),
    RFC2307BIS(
            "rfc2307bis",
            "uid",
            "entryUUID",
            "(&(|({username_attribute}={input})({mail_attribute}={input}))"
                    + "(|(objectClass=inetOrgPerson)(objectClass=organizationalPerson)))",
            "(&(|(member={dn})(uniqueMember={dn}))"
                    + "(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=groupOfMembers)))"),
    ACTIVE_DIRECTORY(
            "activedirectory",
            "sAMAccountName",
            "objectGUID",
            "(&(|({username_attribute}={input})({mail_attribute}={input}))(sAMAccountType=805306368)"
                    + "(!(userAccountControl:1.2.840.113556.1.4.803:=2))(!(pwdLastSet=0))"
                    + "(|(!(accountExpires=*))(accountExpires=0)(accountExpires>={date-time:microsoft-nt})))",
            "(&(member={dn})(|(sAMAccountType=268435456)(sAMAccountType=536870912)))"),
    FREE_IPA(
            "freeipa",
            "uid",
            "ipaUniqueID",
            "(&(|({username_attribute}={input})({mail_attribute}={input}))(objectClass=person)"
                    + "(!(nsAccountLock=TRUE))(krbPasswordExpiration>={date-time:generalized})"
                    + "(|(!(krbPrincipalExpiration=*))(krbPrincipalExpiration>={date-time:generalized})))",
            "(&(member={dn})(objectClass=groupOfNames))");

    private final String value;
    private final String username;
    private final String uniqueId;
    private final String usersFilter;
    private final String groupsFilter;

    LdapImplementation(String value, String username, String uniqueId, String usersFilter, String groupsFilter) {
        this.value = value;
        this.username = username;
        this.uniqueId = uniqueId;
        this.usersFilter = usersFilter;
        this.groupsFilter = groupsFilter;
    }

    String value() {
        return value;
    }

    String username() {
        return username;
    }

    String uniqueId() {
        return uniqueId;
    }

    /** Empty where the operator must write one. */
    String usersFilter() {
        return usersFilter;
    }

    /** Empty where the operator must write one. */
    String groupsFilter() {
        return groupsFilter;
    }
}
