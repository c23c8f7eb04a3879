/** The people and accounts that every local installation knows; their names are clearly examples. */
@NullMarked
package io.zizhi.local.demo;

import org.jspecify.annotations.NullMarked;
