@NullMarked
package io.zizhi.local.server;

import org.jspecify.annotations.NullMarked;
