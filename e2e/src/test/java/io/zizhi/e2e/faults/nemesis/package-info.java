/** What makes a suite suffer must itself be right. */
@NullMarked
package io.zizhi.e2e.faults.nemesis;

import org.jspecify.annotations.NullMarked;
