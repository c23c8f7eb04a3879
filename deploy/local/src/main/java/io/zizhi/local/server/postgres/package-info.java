/** PostgreSQL: its binaries, its configuration and its server process. If root starts it, it runs as another user. */
@NullMarked
package io.zizhi.local.server.postgres;

import org.jspecify.annotations.NullMarked;
