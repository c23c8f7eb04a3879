/**
 * Starts the suite: the infrastructure, the services, their ports and their configuration. Commands, tests and
 * benchmarks use it.
 */
@NullMarked
package io.zizhi.local.suite;

import org.jspecify.annotations.NullMarked;
