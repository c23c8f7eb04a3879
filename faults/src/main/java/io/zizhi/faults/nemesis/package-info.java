/**
 * Injects faults into a running suite, repeatably. Each {@link io.zizhi.faults.suite.Fault} is injected, kept up for a
 * while and healed; {@link io.zizhi.faults.nemesis.Nemesis} orders them by a seed.
 */
@NullMarked
package io.zizhi.faults.nemesis;

import org.jspecify.annotations.NullMarked;
