package io.zizhi.bench.site;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.zizhi.local.server.ObjectStore;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.kafka.KafkaUsers;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.suite.Infrastructure;
import io.zizhi.local.suite.Infrastructure.Part;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Real PostgreSQL, Kafka and OIDC servers in a folder of this JVM, and packaged services that use them. Everything ends
 * with the JVM.
 */
public final class Site {

    /** System property with settings of the services, to compare them, as {@code name=value,name=value}. */
    private static final String SETTINGS = "bench.settings";

    private static final List<String> RECYCLE_LOG = List.of(
            "create table bench_log (line text)",
            "insert into bench_log select repeat(md5(cast(i as text)), 60) from generate_series(1, 200000) i",
            "checkpoint",
            "drop table bench_log",
            "checkpoint");

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Infrastructure infrastructure;

    public Site() {
        this(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.IDENTITY));
    }

    private Site(Set<Part> parts) {
        this.infrastructure = Infrastructure.startForTests(parts);
    }

    /** Returns a site with an object store as well. */
    public static Site withObjectStore() {
        return new Site(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.IDENTITY, Part.OBJECT_STORE));
    }

    public ObjectStore.Endpoint objectStore() {
        return infrastructure.objectStore();
    }

    /** Returns the settings of a Kafka client that may read and write every topic. */
    public Map<String, String> kafkaClient() {
        return infrastructure.kafkaClient(KafkaUsers.TOOLS);
    }

    public String token(String user) {
        return infrastructure.identity().userToken(user);
    }

    /** Opens a connection of the measuring program to a service's database. */
    public Connection connect(String service) throws SQLException {
        Database database = infrastructure.database(service);
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    /** Returns a connection pool for a service's database, configured as in the services. It is closed with the JVM. */
    public AgroalDataSource pool(String service, int size) {
        Database database = infrastructure.database(service);
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(size)
                            .initialSize(size)
                            .acquisitionTimeout(TIMEOUT)
                            .connectionFactoryConfiguration(connection -> connection
                                    .jdbcUrl(database.jdbcUrl())
                                    .principal(new NamePrincipal(database.username()))
                                    .credential(new SimplePassword(database.password())))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes PostgreSQL's log files reusable, as on a server in use. A new server creates each of them while commits
     * wait: sixteen megabytes of zeros.
     */
    public void recycleLog() throws SQLException {
        Database any = infrastructure.database("review-service");
        try (Connection administrator = DriverManager.getConnection(any.jdbcUrl(), "postgres", administratorSecret())) {
            for (String statement : RECYCLE_LOG) {
                Sql.update(administrator, statement);
            }
        }
    }

    private String administratorSecret() {
        try {
            return Files.readString(infrastructure.folder().resolve("secrets/database-postgres"))
                    .trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the packaged service with additional settings; returns when it is ready. */
    public ServerProcess start(String service, Map<String, String> settings) {
        int port = Port.freeWithManagement();
        Path file =
                PrivateFiles.folder(infrastructure.folder().resolve("config")).resolve(service + ".properties");
        PrivateFiles.write(file, configuration(service, port, settings));
        return MeasuredService.start(service, infrastructure.folder(), port, file);
    }

    private String configuration(String service, int port, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(infrastructure.serviceConfig(service));
        properties.put("config_ordinal", "350");
        properties.put("quarkus.http.port", Integer.toString(port));
        properties.put("quarkus.management.port", Integer.toString(Port.management(port)));
        properties.putAll(settings);
        for (String setting : System.getProperty(SETTINGS, "").split(",", 0)) {
            int end = setting.indexOf('=');
            if (end > 0) {
                properties.put(setting.substring(0, end), setting.substring(end + 1));
            }
        }
        try (StringWriter writer = new StringWriter()) {
            properties.store(writer, "Written for a measurement");
            return writer.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
