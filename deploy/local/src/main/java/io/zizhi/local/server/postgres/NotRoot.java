package io.zizhi.local.server.postgres;

import io.zizhi.local.layout.LocalFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Ways to run PostgreSQL when root starts it, because it refuses to run as root. */
final class NotRoot {

    /** In a user namespace without a mapping, root appears as nobody but still owns its files. */
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    /**
     * Containers often forbid namespaces. PostgreSQL then runs as the user nobody with one of root's capabilities, the
     * one to enter the closed folders above its data. The last option makes access(2) respect that capability;
     * PostgreSQL uses access(2) to find its programs.
     */
    private static final List<String> NOBODY = List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override",
            "--securebits=+no_setuid_fixup");

    private NotRoot() {}

    /** Returns {@code command}, wrapped to run as another user if this user is root. */
    static List<String> command(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(wrapper());
        wrapped.addAll(command);
        return wrapped;
    }

    private static List<String> wrapper() {
        for (List<String> wrapper : List.of(NAMESPACE, NOBODY)) {
            if (works(wrapper)) {
                return wrapper;
            }
        }
        throw new LocalFailure("PostgreSQL does not run as root. Root can start it only with user namespaces, or with"
                + " the capabilities SETUID, SETGID, SETPCAP and DAC_OVERRIDE; neither is allowed here. Run ./zizhi as"
                + " an ordinary user who owns this source tree.");
    }

    private static boolean works(List<String> wrapper) {
        List<String> command = new ArrayList<>(wrapper);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // the program is not installed
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while looking for a way to start PostgreSQL", e);
        }
    }
}
