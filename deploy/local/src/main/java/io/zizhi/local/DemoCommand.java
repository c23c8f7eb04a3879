package io.zizhi.local;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Progress;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.SmsGateway;
import io.zizhi.local.sms.SmsGatewayMain;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.suite.DemoIdentities;
import io.zizhi.local.suite.IdentityClient;
import io.zizhi.local.suite.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the demo. The demo gets the addresses of this installation from its environment. */
final class DemoCommand {

    private static final String MAIN_CLASS = "io.zizhi.e2e.Demo";

    private final Path folder;
    private final IdentityClient identity;
    private final List<String> options;

    /** @param options of the demo: {@code --production-like} or none */
    DemoCommand(Path folder, IdentityClient identity, List<String> options) {
        this.folder = folder;
        this.identity = identity;
        this.options = options;
    }

    int run() {
        if (!options.isEmpty() && Certificates.of(folder).isEmpty()) {
            throw new LocalFailure("The suite was started without --production-like, so it has no login page.");
        }
        Path target = ProjectFolder.built("e2e/actors");
        Path libraries = target.resolve("demo.classpath");
        try {
            if (!Files.exists(libraries)) {
                throw new LocalFailure("The demo is not built: " + libraries + " is missing. Run ./zizhi up.");
            }
            String classPath = target.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(libraries).strip();
            ProcessBuilder demo = new ProcessBuilder(new ArrayList<>(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djava.awt.headless=true",
                            "-Dstdout.encoding=UTF-8")))
                    .inheritIO();
            Certificates.of(folder).ifPresent(tls -> demo.command().addAll(tls.trustOptions()));
            demo.command().add(MAIN_CLASS);
            demo.command().addAll(options);
            ServerProcess.running(SmsGateway.NAME, folder)
                    .ifPresent(gateway -> demo.environment()
                            .put("ZIZHI_SMS_INBOX_URL", SmsGateway.url(gateway.port()) + SmsGatewayMain.INBOX));
            demo.environment().put("CLASSPATH", classPath);
            demo.environment().put("ZIZHI_ISSUER", identity.issuer());
            Ports ports = Ports.local();
            for (Service service : Service.values()) {
                demo.environment().put("ZIZHI_" + service.name() + "_URL", url(ports.running(service, folder)));
            }
            // services that ./zizhi up did not start do not have them yet
            new DemoIdentities(folder, identity, url(Port.internal(ports.running(Service.QUALIFICATION, folder))))
                    .seed(Progress.silent());
            return demo.start().waitFor();
        } catch (IOException e) {
            throw new LocalFailure("The demo could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("The demo was interrupted", e);
        }
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
