package org.ostiary.ejb.identitystore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An identity store as an operator might add one: it knows unique ids, passwords and groups. */
@ApplicationScoped
public class StaffStore implements IdentityStore {

    static final String PASSWORD = "the staff's secret";

    private final Map<String, String> idsByName = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean broken;
    private volatile boolean withoutGroups;

    void forget() {
        idsByName.clear();
        asked.clear();
        broken = false;
        withoutGroups = false;
    }

    void employ(String username, String uniqueId) {
        idsByName.put(username, uniqueId);
    }

    void rename(String from, String to) {
        employ(to, String.valueOf(idsByName.remove(from)));
    }

    void breakDown() {
        broken = true;
    }

    void loseGroups() {
        withoutGroups = true;
    }

    void repair() {
        broken = false;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult result) {
        if (withoutGroups) {
            throw new IllegalStateException("the groups of the staff are away");
        }
        return Set.of();
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (broken) {
            throw new IllegalStateException("the database of the staff is away");
        }
        UsernamePasswordCredential typed = (UsernamePasswordCredential) credential;
        asked.add(typed.getCaller());
        String id = idsByName.get(typed.getCaller());
        return id != null && typed.compareTo(typed.getCaller(), PASSWORD)
                ? new CredentialValidationResult(
                        "staff", typed.getCaller(), null, id.isEmpty() ? null : id, Set.of("staff"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
