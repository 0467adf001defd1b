package org.ostiary.ejb.start;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.ostiary.ejb.accounts.AccountImportService;
import org.ostiary.ejb.accounts.AccountsFile;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.keys.AdminSealingService;
import org.ostiary.ejb.client.ClientService;
import org.ostiary.ejb.client.SectorCheck;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.definition.DefinitionShelf;
import org.ostiary.ejb.keys.KeyOrdering;
import org.ostiary.ejb.keys.KeyService;
import org.ostiary.ejb.keys.SignatureEngine;
import org.ostiary.ejb.mail.LetterWords;
import org.ostiary.ejb.mail.MailRoute;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.restore.EpochService;
import org.ostiary.ejb.secret.MasterKey;
import org.ostiary.ejb.secret.RootSecretService;
import org.ostiary.ejb.setup.SetUpService;
import org.ostiary.ejb.source.CredentialSources;
import org.ostiary.ejb.subject.IdentifiersFile;
import org.ostiary.ejb.subject.SubjectImportResult;
import org.ostiary.ejb.subject.SubjectImports;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.schema.SchemaMigration;

/**
 * Starts the provider: schema, keys, clients, accounts, and the banner last. Whatever fails here fails the deployment, so
 * that nothing half-started ever answers.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
        name = "java:app/jdbc/oidc",
        className = "org.ostiary.persistence.datasource.ConfiguredDataSource",
        // For Payara: a pooled connection is tried before it is used, so that a restarted database costs no request.
        properties = {
            "configPrefix=oidc.db",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            // Where no connection gets free in time the request is refused, and its thread is there for others.
            "fish.payara.max-wait-time-in-millis=10000"
        },
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        minPoolSize = 2,
        maxPoolSize = 32)
public class StartUp {

    private static final Logger LOG = Logger.getLogger(StartUp.class.getName());

    /** Not below {@code org.ostiary}: the log file of {@code oidc.log-file} is shipped elsewhere, and must not have the set-up link. */
    private static final Logger BANNER = Logger.getLogger("ostiary.start");

    private static final int MOST_CONFLICTS = 100;

    @Resource(lookup = "java:app/jdbc/oidc")
    DataSource dataSource;

    @Inject
    ProviderConfig config;

    @Inject
    MasterKey masterKey;

    @Inject
    SignatureEngine signatures;

    @Inject
    RootSecretService roots;

    @Inject
    AdminSealingService sealing;

    @Inject
    SecureTokens random;

    @Inject
    EpochService epoch;

    @Inject
    KeyService keys;

    @Inject
    KeyOrdering keyOrders;

    @Inject
    ClientService clients;

    @Inject
    AdminClientService administeredClients;

    @Inject
    DefinitionShelf definitions;

    @Inject
    SectorCheck sectors;

    @Inject
    AccountImportService accounts;

    @Inject
    SubjectImports subjects;

    @Inject
    CredentialSources sources;

    @Inject
    MailRoute mail;

    @Inject
    LetterWords letterWords;

    @Inject
    SetUpService setUp;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public StartUp() {}

    /** Fails the deployment; where an operator can mend what was wrong, with one line that says so. */
    @PostConstruct
    void start() {
        try {
            begin();
        } catch (RuntimeException failure) {
            StartRefusal.of(failure).ifPresent(sentence -> {
                System.setProperty(StartRefusal.PROPERTY, sentence);
                LOG.severe(() -> "Ostiary does not start: " + sentence);
            });
            throw failure;
        }
    }

    private void begin() {
        SchemaMigration.migrate(dataSource);
        if (masterKey.generated()) {
            LOG.warning(() -> "A master key was generated in " + config.masterKeyFile()
                    + ". Keep a copy in a safe place: without it every signing key in the database is lost.");
        }
        roots.open();
        epoch.begin()
                .ifPresent(ended -> LOG.warning(
                        "A new epoch began: nothing that was issued before works any more. Ended: " + ended));
        keys.open();
        keyOrders.carryOut();
        clients.synchronise(sectors.admitted(config.clients()));
        clients.refresh();
        definitions.doubts().forEach(LOG::warning);
        administeredClients.describeAgain();
        Optional.ofNullable(config.accountsFile()).ifPresent(this::importAccounts);
        Optional.ofNullable(config.subjectsFile()).ifPresent(this::importSubjects);
        sources.open();
        letterWords.open();
        if (!mail.there()) {
            LOG.info(() -> "There is no mail session " + config.mail().session()
                    + ": nobody is written to, and nobody can choose a new password by mail");
        }
        if (config.otherMasterKey().given()) {
            sealAnew();
        }
        BANNER.info(Banner.of(config, dataSource, signatures.name(), setUp.openLink()));
    }

    /** By a job, so that one row that nobody can open, or a million that anybody can, keep nobody from logging in. */
    private void sealAnew() {
        String job = sealing.orderAtStart(random.uuid());
        LOG.info(() -> "The job " + job + " seals everything stored under the master key "
                + sealing.show().own() + ". The other one must stay until that has ended.");
    }

    /** Conflicts stop nothing: people concerned keep the identifiers that applications know by now. */
    private void importSubjects(Path file) {
        SubjectImportResult result =
                subjects.takeOver(IdentifiersFile.read(file).identifiers(), new RequestFacts("start", "local", ""));
        LOG.info(() -> "Subject identifiers from " + file + ": " + result.words());
        result.conflicts().stream()
                .limit(MOST_CONFLICTS)
                .forEach(conflict -> LOG.warning(() -> "The subject identifier of " + conflict.username()
                        + " in the sector " + conflict.sector() + " was not taken over: it " + conflict.reason()));
    }

    private void importAccounts(Path file) {
        AccountsFile read = AccountsFile.read(file, config.extraAttributes());
        read.warnings().forEach(LOG::warning);
        accounts.synchronise(read);
    }
}
