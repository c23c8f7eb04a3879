package io.zizhi.local.suite;

import io.zizhi.local.layout.Service;
import io.zizhi.local.server.IdentityServer;
import io.zizhi.local.server.MalwareScanner;
import io.zizhi.local.server.ObjectStore;
import io.zizhi.local.server.Probe;
import io.zizhi.local.server.RecognitionWorker;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.SmsGateway;
import io.zizhi.local.server.kafka.KafkaBroker;
import io.zizhi.local.server.postgres.PostgresServer;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.Secrets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One process of an installation.
 *
 * @param name names its pid file and its log
 * @param probe checks whether the part is ready
 */
public record SuitePart(String name, Probe probe) {

    /**
     * Returns all parts of the installation in {@code folder}: first the servers, then the services. The recognition
     * worker is a part only if it was started.
     */
    public static List<SuitePart> all(Path folder) {
        Stream<SuitePart> servers = Stream.of(
                new SuitePart(
                        PostgresServer.NAME, PostgresServer.probe(folder, new Secrets(folder.resolve("secrets")))),
                new SuitePart(KafkaBroker.NAME, KafkaBroker.probe(folder)),
                new SuitePart(ObjectStore.NAME, ObjectStore.probe(folder)),
                new SuitePart(IdentityServer.NAME, IdentityServer.probe(folder)));
        if (Certificates.of(folder).isPresent()) {
            servers = Stream.concat(
                    servers,
                    Stream.of(
                            new SuitePart(SmsGateway.NAME, SmsGateway.probe(folder)),
                            new SuitePart(MalwareScanner.NAME, Probe.listening())));
        }
        if (isRecorded(RecognitionWorker.NAME, folder)) {
            servers =
                    Stream.concat(servers, Stream.of(new SuitePart(RecognitionWorker.NAME, RecognitionWorker.probe())));
        }
        Stream<SuitePart> services =
                Arrays.stream(Service.values()).map(service -> new SuitePart(service.module(), ServiceProcess.probe()));
        return Stream.concat(servers, services).toList();
    }

    private static boolean isRecorded(String name, Path folder) {
        return ServerProcess.recorded(folder).contains(name);
    }

    /** Returns the names of all parts, in the same order. */
    public static List<String> names() {
        Stream<String> servers = Stream.of(
                PostgresServer.NAME,
                KafkaBroker.NAME,
                ObjectStore.NAME,
                IdentityServer.NAME,
                SmsGateway.NAME,
                MalwareScanner.NAME,
                RecognitionWorker.NAME);
        return Stream.concat(servers, Service.modules().stream()).toList();
    }
}
