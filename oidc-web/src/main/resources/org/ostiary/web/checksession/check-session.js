(function () {
  'use strict';

  // SHA-256 (FIPS 180-4). The browser's own answers later, and the client waits for one answer to each message.
  var K = [];
  var H = [];

  (function () {
    function fraction(x) {
      return ((x - Math.floor(x)) * 4294967296) | 0;
    }
    var n = 2;
    while (K.length < 64) {
      var prime = true;
      for (var d = 2; d * d <= n; d += 1) {
        if (n % d === 0) {
          prime = false;
        }
      }
      if (prime) {
        if (H.length < 8) {
          H.push(fraction(Math.pow(n, 1 / 2)));
        }
        K.push(fraction(Math.pow(n, 1 / 3)));
      }
      n += 1;
    }
  })();

  function rotate(x, n) {
    return (x >>> n) | (x << (32 - n));
  }

  function padded(text) {
    var bytes = [];
    for (var i = 0; i < text.length; i += 1) {
      bytes.push(text.charCodeAt(i) & 255);
    }
    var bits = bytes.length * 8;
    bytes.push(128);
    while (bytes.length % 64 !== 56) {
      bytes.push(0);
    }
    bytes.push(0, 0, 0, 0, bits >>> 24, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255);
    return bytes;
  }

  function compress(state, bytes, start) {
    var w = [];
    var i;
    for (i = 0; i < 64; i += 1) {
      if (i < 16) {
        var at = start + i * 4;
        w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
      } else {
        var a = w[i - 15];
        var b = w[i - 2];
        w[i] = (w[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3))
          + w[i - 7] + (rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10))) | 0;
      }
    }
    var s = state.slice();
    for (i = 0; i < 64; i += 1) {
      var one = (s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25))
        + ((s[4] & s[5]) ^ (~s[4] & s[6])) + K[i] + w[i]) | 0;
      var two = ((rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22))
        + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]))) | 0;
      s = [(one + two) | 0, s[0], s[1], s[2], (s[3] + one) | 0, s[4], s[5], s[6]];
    }
    for (i = 0; i < 8; i += 1) {
      state[i] = (state[i] + s[i]) | 0;
    }
  }

  function sha256(text) {
    var bytes = padded(text);
    var state = H.slice();
    for (var start = 0; start < bytes.length; start += 64) {
      compress(state, bytes, start);
    }
    var hex = '';
    for (var i = 0; i < 8; i += 1) {
      hex += ('00000000' + (state[i] >>> 0).toString(16)).slice(-8);
    }
    return hex;
  }

  function cookie(name) {
    var all = document.cookie.split('; ');
    for (var i = 0; i < all.length; i += 1) {
      if (all[i].indexOf(name + '=') === 0) {
        return all[i].slice(name.length + 1);
      }
    }
    return '';
  }

  // An application has one client and one origin; whoever asks for many is not one.
  var MOST_LOOKUPS = 5;
  var lookups = 0;
  var known = {};

  function answer(event, clientId, sessionState) {
    var state = cookie(document.body.getAttribute('data-cookie'));
    var salt = sessionState.split('.')[1];
    // The cookie is never deleted: where there is none, the browser keeps it from us.
    var result = 'error';
    if (state && salt) {
      var now = sha256(clientId + ' ' + event.origin + ' ' + state + ' ' + salt) + '.' + salt;
      result = now === sessionState ? 'unchanged' : 'changed';
    }
    event.source.postMessage(result, event.origin);
  }

  function lookUp(event, key, clientId, sessionState) {
    lookups += 1;
    var request = new XMLHttpRequest();
    request.onload = function () {
      known[key] = request.status === 204;
      if (known[key]) {
        answer(event, clientId, sessionState);
      }
    };
    request.open('GET', document.body.getAttribute('data-origins') + '?client_id=' + encodeURIComponent(clientId)
      + '&origin=' + encodeURIComponent(event.origin));
    request.send();
  }

  window.addEventListener('message', function (event) {
    if (typeof event.data !== 'string' || event.data.length > 500 || !event.source || event.source === window) {
      return;
    }
    var space = event.data.lastIndexOf(' ');
    if (space < 1) {
      return;
    }
    var clientId = event.data.slice(0, space);
    var sessionState = event.data.slice(space + 1);
    var key = clientId + ' ' + event.origin;
    if (known[key]) {
      answer(event, clientId, sessionState);
    } else if (!known.hasOwnProperty(key) && lookups < MOST_LOOKUPS) {
      known[key] = false;
      lookUp(event, key, clientId, sessionState);
    }
  });
})();
