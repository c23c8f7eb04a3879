package io.zizhi.local.suite;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.IdentityServer;
import io.zizhi.local.server.MalwareScanner;
import io.zizhi.local.server.ObjectStore;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.RecognitionWorker;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.SmsGateway;
import io.zizhi.local.server.kafka.KafkaBroker;
import io.zizhi.local.server.postgres.PostgresServer;
import io.zizhi.local.state.Certificates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the ports of all parts before the first one starts. Otherwise a port in use would be noticed too late:
 * services would already run and send requests to the program that uses the port.
 */
public final class PortCheck {

    private final Path folder;
    private final List<Throwable> taken = new ArrayList<>();

    private PortCheck(Path folder) {
        this.folder = folder;
    }

    /**
     * Fails with a list of the ports in use that parts in {@code folder} need. Parts that are running keep their ports.
     */
    public static void requireFree(Path folder, Ports ports) {
        PortCheck check = new PortCheck(folder);
        check.server(PostgresServer.NAME, PostgresServer.TITLE, ports.postgres(), PostgresServer.PORT_VARIABLE);
        check.server(KafkaBroker.NAME, KafkaBroker.TITLE, ports.kafka(), KafkaBroker.PORT_VARIABLE);
        check.server(
                KafkaBroker.NAME,
                KafkaBroker.CONTROLLER_TITLE,
                ports.kafkaController(),
                KafkaBroker.CONTROLLER_PORT_VARIABLE);
        check.server(ObjectStore.NAME, ObjectStore.TITLE, ports.objectStore(), ObjectStore.PORT_VARIABLE);
        check.server(IdentityServer.NAME, IdentityServer.TITLE, ports.identity(), IdentityServer.PORT_VARIABLE);
        if (Certificates.of(folder).isPresent()) {
            check.server(SmsGateway.NAME, SmsGateway.TITLE, ports.smsGateway(), SmsGateway.PORT_VARIABLE);
        }
        if (MalwareScanner.isInstalled()) {
            check.server(MalwareScanner.NAME, MalwareScanner.TITLE, ports.scanner(), MalwareScanner.PORT_VARIABLE);
        }
        if (ServerProcess.running(RecognitionWorker.NAME, folder).isEmpty()) {
            String variable = RecognitionWorker.PORT_VARIABLE;
            check.check(ports.recognition(), RecognitionWorker.TITLE, variable);
            check.check(Port.management(ports.recognition()), "the metrics of " + RecognitionWorker.TITLE, variable);
        }
        for (Service service : Service.values()) {
            check.service(service, ports.service(service));
        }
        if (!check.taken.isEmpty()) {
            throw Parallel.together(check.taken);
        }
    }

    /** Checks the port of a server. A running server keeps its port, and the services get that port. */
    private void server(String name, String title, int port, String variable) {
        if (ServerProcess.running(name, folder).isEmpty()) {
            check(port, title, variable);
        }
    }

    /** Checks the port of a service. A service that runs on another port will move to {@code port}. */
    private void service(Service service, int port) {
        boolean there = ServerProcess.running(service.module(), folder)
                .filter(process -> process.port() == port)
                .isPresent();
        if (!there) {
            check(port, service.module(), Ports.variable(service));
            check(Port.management(port), "the management interface of " + service.module(), Ports.variable(service));
            check(Port.internal(port), "the internal endpoints of " + service.module(), Ports.variable(service));
        }
    }

    private void check(int port, String title, String variable) {
        try {
            Port.requireFree(port, title, variable);
        } catch (LocalFailure failure) {
            taken.add(failure);
        }
    }
}
