@NullMarked
package io.zizhi.local.demo;

import org.jspecify.annotations.NullMarked;
