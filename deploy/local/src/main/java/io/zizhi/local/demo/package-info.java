/** The users and accounts of every local installation; their names are clearly examples. */
@NullMarked
package io.zizhi.local.demo;

import org.jspecify.annotations.NullMarked;
