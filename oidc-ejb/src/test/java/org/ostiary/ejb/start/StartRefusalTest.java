package org.ostiary.ejb.start;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.config.ConfigurationException;
import org.ostiary.ejb.secret.WrongMasterKeyException;

class StartRefusalTest {

    @Test
    @DisplayName("What an operator can mend is one line, whatever the container put around it")
    void isOneLine() {
        EJBException wrapped =
                new EJBException(new WrongMasterKeyException("installation_secret/root", new Exception()));
        assertThat(StartRefusal.of(new IllegalStateException(wrapped)))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("The master key does not open installation_secret/root: configure"));
        assertThat(StartRefusal.of(new ConfigurationException(List.of("oidc.a: one", "oidc.b: two\nthree"))))
                .hasValue("oidc.a: one; oidc.b: two; three");
    }

    @Test
    @DisplayName("A database that lets nobody in is the operator's, a statement that it refuses is ours")
    void tellsDatabasesFromStatements() {
        assertThat(StartRefusal.of(new RuntimeException(new SQLException("Connection refused.", "08001"))))
                .hasValue("oidc.db: no connection to the database: Connection refused.");
        assertThat(StartRefusal.of(new RuntimeException(new SQLException("syntax", "42601"))))
                .isEmpty();
        assertThat(StartRefusal.of(new NullPointerException())).isEmpty();
    }
}
