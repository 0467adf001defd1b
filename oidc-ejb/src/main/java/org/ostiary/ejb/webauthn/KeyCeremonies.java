package org.ostiary.ejb.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.factor.SecurityKey;

/**
 * The checks of Web Authentication Level 2, sections 7.1 and 7.2, by webauthn4j: type, challenge, origin, relying party, flags,
 * algorithm, signature and counter. Attestation is not asked for, since any authenticator of the person's choice is welcome.
 */
final class KeyCeremonies {

    /** Far more than any authenticator needs; what is longer is not even parsed. */
    private static final int LONGEST = 8000;

    /** In bytes; Web Authentication Level 3, section 7.1. */
    private static final int LONGEST_ID = 1023;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter objects = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(objects);
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(objects);

    /** What an assertion says, once it keeps every rule. */
    record Asserted(long signCount, boolean verified) {}

    RegisteredKey register(String json, ServerProperty server) throws KeyRefused {
        try {
            RegistrationData data = manager.verifyRegistrationResponseJSON(
                    bounded(json), new RegistrationParameters(server, ALGORITHMS, false, true));
            var authenticator = required(data.getAttestationObject()).getAuthenticatorData();
            var credential = required(authenticator.getAttestedCredentialData());
            if (credential.getCredentialId().length > LONGEST_ID) {
                throw new KeyRefused("credential id too long");
            }
            return new RegisteredKey(
                    encode(credential.getCredentialId()),
                    encode(attested.convert(credential)),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE(),
                    authenticator.isFlagUV());
        } catch (RuntimeException e) {
            throw malformed(e);
        }
    }

    /** The credential that an answer names, base64url; nothing about it is verified yet. */
    String credentialId(String json) throws KeyRefused {
        try {
            return encode(required(
                    manager.parseAuthenticationResponseJSON(bounded(json)).getCredentialId()));
        } catch (RuntimeException e) {
            throw malformed(e);
        }
    }

    /**
     * Judges an answer of the key. The counter comes last, so that nobody without the key can make it look copied.
     *
     * @param userHandle that the answer must name if it names one, and must name where no account was known
     */
    Asserted verify(String json, SecurityKey key, ServerProperty server, String userHandle, boolean asPasskey)
            throws KeyRefused {
        try {
            AuthenticationData data = manager.verifyAuthenticationResponseJSON(
                    bounded(json),
                    new AuthenticationParameters(
                            server, record(key), List.of(decode(key.credentialId())), asPasskey, true));
            byte[] named = data.getUserHandle();
            if ((named == null && asPasskey) || (named != null && !encode(named).equals(userHandle))) {
                throw new KeyRefused("another account's user handle");
            }
            var authenticator = required(data.getAuthenticatorData());
            return new Asserted(authenticator.getSignCount(), authenticator.isFlagUV());
        } catch (MaliciousCounterValueException e) {
            throw new CounterWentBack();
        } catch (RuntimeException e) {
            throw malformed(e);
        }
    }

    static ServerProperty server(KeyChallenges challenges, String challenge) {
        return ServerProperty.builder()
                .origin(new Origin(challenges.origin()))
                .rpId(challenges.rpId())
                .challenge(new DefaultChallenge(decode(challenge)))
                .build();
    }

    private CredentialRecordImpl record(SecurityKey key) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                key.passkey(),
                key.synced(),
                null,
                key.signCount(),
                attested.convert(decode(key.attestedData())),
                null,
                null,
                null,
                null);
    }

    private static String bounded(String json) throws KeyRefused {
        if (json.length() > LONGEST) {
            throw new KeyRefused("answer too long");
        }
        return json;
    }

    private static <T> T required(@Nullable T value) throws KeyRefused {
        if (value == null) {
            throw new KeyRefused("answer incomplete");
        }
        return value;
    }

    /** Any failure: for some malformed answers the library has no exception of its own. */
    private static KeyRefused malformed(RuntimeException e) {
        return new KeyRefused("answer not valid: " + e.getClass().getSimpleName());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
