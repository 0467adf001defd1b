package org.ostiary.ejb.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.security.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.config.SignatureProvider;

class SignatureEngineTest {

    private static final Provider NATIVE = AmazonCorrettoCryptoProvider.INSTANCE;

    @AfterEach
    void putBack() {
        Security.removeProvider(NATIVE.getName());
        Security.addProvider(NATIVE);
    }

    @Test
    @DisplayName("What an application that was deployed before left behind does not sign for the one that is")
    void takesThePlaceOfAnEarlierOne() {
        assumeThat(NATIVE.getService("Signature", "SHA256withRSA")).isNotNull();
        Security.removeProvider(NATIVE.getName());
        Security.addProvider(new LeftBehind());
        SignatureEngine engine = new SignatureEngine(SignatureProvider.AUTO);
        assertThat(Security.getProvider(NATIVE.getName())).isSameAs(NATIVE);
        assertThat(engine.providerOf("Signature", "SHA256withRSA")).isEqualTo(NATIVE.getName());
    }

    /** One of another class loader is called the same, and is another. */
    private static final class LeftBehind extends Provider {

        private static final long serialVersionUID = 1L;

        LeftBehind() {
            super(NATIVE.getName(), NATIVE.getVersionStr(), "of an application that is gone");
        }
    }
}
