/**
 * Runs Zizhi on one machine without Docker: real servers, the four services, and the program behind {@code ./zizhi}.
 * Tests start the same servers.
 */
@NullMarked
package io.zizhi.local;

import org.jspecify.annotations.NullMarked;
