package io.zizhi.local.suite;

import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Port;
import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The start configuration of one service: its ports, its servers, and the addresses of other services. It is a file
 * that only its owner can read, because other users can see passwords in command lines and environments.
 */
final class ServiceConfiguration {

    private final Properties properties = new Properties();

    ServiceConfiguration(Map<String, String> properties) {
        this.properties.putAll(properties);
    }

    /** @param own properties of this instance, which override the properties of its service */
    static ServiceConfiguration of(
            Service service, int port, Map<String, String> own, Infrastructure infrastructure, Ports ports) {
        Map<String, String> given = new LinkedHashMap<>(infrastructure.serviceConfig(service.module()));
        given.putAll(own);
        ServiceConfiguration configuration = new ServiceConfiguration(given);
        Properties properties = configuration.properties;
        // above application.properties (250) and the environment (300), below -D (400)
        properties.put("config_ordinal", "350");
        properties.put("quarkus.http.port", Integer.toString(port));
        properties.put("quarkus.management.port", Integer.toString(Port.management(port)));
        properties.put("zizhi.internal.port", Integer.toString(Port.internal(port)));
        for (Service other : Service.values()) {
            properties.putIfAbsent(
                    "zizhi." + other.module() + ".url", "http://127.0.0.1:" + Port.internal(ports.service(other)));
        }
        return configuration;
    }

    /** Returns the configuration file of the instance {@code name} in the installation {@code folder}. */
    static Path file(String name, Path folder) {
        return folder.resolve("config").resolve(name + ".properties");
    }

    /** Returns whether {@code file} has equal properties; its comment contains the time and is ignored. */
    boolean isIn(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            written.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.equals(properties);
    }

    void write(Path file) {
        try (StringWriter writer = new StringWriter()) {
            properties.store(writer, "Written by ./zizhi at each start of the service");
            PrivateFiles.write(file, writer.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
