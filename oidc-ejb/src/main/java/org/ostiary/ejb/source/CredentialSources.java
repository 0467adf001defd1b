package org.ostiary.ejb.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The places outside that an operator has set up, in the order in which they are asked. */
@ApplicationScoped
public class CredentialSources {

    @Inject
    @Any
    Instance<CredentialSource> sources;

    /** Makes them ready, so that a file of theirs which is none fails the start and not each login. */
    public void open() {
        all();
    }

    public List<CredentialSource> all() {
        return sources.stream()
                .filter(CredentialSource::present)
                .sorted(Comparator.comparing(CredentialSource::origin))
                .toList();
    }

    /**
     * Whether the name is certainly a person's in one of them.
     *
     * @throws SourceAwayException when one cannot be asked now
     */
    public boolean know(String username) {
        return all().stream()
                .anyMatch(source ->
                        source.find(username.strip()).filter(Claim::certain).isPresent());
    }

    /** Where accounts of this origin come from; empty for accounts of our own, and when it is no longer set up. */
    public Optional<CredentialSource> of(String origin) {
        return all().stream()
                .filter(source -> source.origin().text().equals(origin))
                .findFirst();
    }
}
