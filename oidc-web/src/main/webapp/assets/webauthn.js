// Asks the authenticator what a form of ours says, and sends its answer with the form. Without this script the pages work as
// before: the forms for keys stay hidden, and a hint beside each says what to use instead.
(function () {
  "use strict";

  if (!window.PublicKeyCredential || !navigator.credentials) {
    return;
  }

  function bytes(text) {
    var binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(binary, function (character) {
      return character.charCodeAt(0);
    });
  }

  function text(buffer) {
    var binary = "";
    new Uint8Array(buffer).forEach(function (each) {
      binary += String.fromCharCode(each);
    });
    return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function descriptors(form) {
    return (form.dataset.credentials || "").split(" ").filter(Boolean).map(function (id) {
      return { type: "public-key", id: bytes(id) };
    });
  }

  function creation(form) {
    return {
      challenge: bytes(form.dataset.challenge),
      rp: { id: form.dataset.host, name: form.dataset.host },
      user: { id: bytes(form.dataset.handle), name: form.dataset.user, displayName: form.dataset.user },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
      excludeCredentials: descriptors(form),
      authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
      attestation: "none"
    };
  }

  function request(form) {
    return {
      challenge: bytes(form.dataset.challenge),
      rpId: form.dataset.host,
      allowCredentials: descriptors(form),
      userVerification: form.dataset.verification
    };
  }

  function answer(credential) {
    var response = credential.response;
    var members = { clientDataJSON: text(response.clientDataJSON) };
    if (response.attestationObject) {
      members.attestationObject = text(response.attestationObject);
      members.transports = response.getTransports ? response.getTransports() : [];
    } else {
      members.authenticatorData = text(response.authenticatorData);
      members.signature = text(response.signature);
      if (response.userHandle) {
        members.userHandle = text(response.userHandle);
      }
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      clientExtensionResults: {},
      response: members
    });
  }

  function send(form, credential) {
    form.elements["key-answer"].value = answer(credential);
    form.submit();
  }

  /* The words are the page's: for a person who gave up or waited too long, for a key that is enrolled already, and for all else. */
  function complain(form, error) {
    var words = document.getElementById(form.id + "-failed");
    var name = error && error.name;
    words.firstElementChild.textContent = name === "NotAllowedError" || name === "AbortError"
      ? words.dataset.cancelled
      : name === "InvalidStateError" ? words.dataset.known : words.dataset.failed;
    words.hidden = false;
    words.focus();
    if (form.dataset.ceremony === "passkey") {
      suggest(form);
    }
  }

  var waiting = null;

  function ask(form) {
    if (waiting) {
      waiting.abort();
      waiting = null;
    }
    Promise.resolve()
      .then(function () {
        return form.dataset.ceremony === "create"
          ? navigator.credentials.create({ publicKey: creation(form) })
          : navigator.credentials.get({ publicKey: request(form) });
      })
      .then(send.bind(null, form))
      .catch(complain.bind(null, form));
  }

  /* Passkeys among the suggestions of the username field, where the browser can do that. */
  function suggest(form) {
    var able = PublicKeyCredential.isConditionalMediationAvailable;
    if (!able) {
      return;
    }
    able.call(PublicKeyCredential).then(function (yes) {
      if (!yes) {
        return;
      }
      waiting = new AbortController();
      navigator.credentials
        .get({ publicKey: request(form), mediation: "conditional", signal: waiting.signal })
        .then(send.bind(null, form), function () {});
    });
  }

  document.querySelectorAll("form[data-ceremony]").forEach(function (form) {
    form.hidden = false;
    var hint = document.getElementById(form.id + "-hint");
    if (hint) {
      hint.hidden = true;
    }
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      ask(form);
    });
    if (form.dataset.ceremony === "passkey") {
      suggest(form);
    }
  });
})();
