//! A caller that goes through the product's own router.

use axum::Router;
use axum::body::Body;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

/// One who calls, with a token, with a cookie, or as a stranger.
#[derive(Clone)]
pub struct Caller {
    router: Router,
    headers: Vec<(String, String)>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub text: String,
    /// The body as it came.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    ///
    /// # Panics
    /// When it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{e}: {}", self.text))
    }

    /// The stable code of a refusal.
    #[must_use]
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or("").to_owned()
    }

    /// Where it leads.
    #[must_use]
    pub fn location(&self) -> &str {
        self.headers
            .get(LOCATION)
            .and_then(|v| v.to_str().ok())
            .unwrap_or("")
    }

    /// The sentence against a field of a refusal.
    #[must_use]
    pub fn detail(&self, field: &str) -> String {
        let json = self.json();
        let errors = json["errors"].as_array().cloned().unwrap_or_default();
        let found = errors.iter().find(|e| e["field"] == field);
        found
            .and_then(|e| e["detail"].as_str())
            .unwrap_or("")
            .to_owned()
    }
}

impl Caller {
    /// Nobody, before any router.
    #[must_use]
    pub fn stranger(router: Router) -> Self {
        Self {
            router,
            headers: Vec::new(),
        }
    }

    /// Whoever holds a token, before any router.
    #[must_use]
    pub fn with_token(router: Router, token: &str) -> Self {
        Self::stranger(router).header(AUTHORIZATION.as_str(), &format!("Bearer {token}"))
    }

    /// The same caller with a header more.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same caller, now with the cookie that an answer set.
    ///
    /// # Panics
    /// When the answer set none.
    #[must_use]
    pub fn with_cookie_of(self, answer: &Answer) -> Self {
        let set = answer.headers.get(SET_COOKIE).and_then(|v| v.to_str().ok());
        let pair = set
            .and_then(|s| s.split(';').next())
            .expect("a cookie")
            .to_owned();
        self.header(COOKIE.as_str(), &pair)
    }

    /// `GET`.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None, Body::empty()).await
    }

    /// `POST` with a JSON body.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        let body = Body::from(body.to_string());
        self.send(Method::POST, path, Some("application/json"), body)
            .await
    }

    /// `PATCH` with a JSON body, on a version that was read.
    pub async fn patch(&self, path: &str, version: i64, body: &Value) -> Answer {
        let body = Body::from(body.to_string());
        self.clone()
            .header("if-match", &format!("\"{version}\""))
            .send(Method::PATCH, path, Some("application/json"), body)
            .await
    }

    /// `POST` of an HTML form, as a page of our own sends it.
    pub async fn submit(&self, path: &str, body: &str) -> Answer {
        let kind = Some("application/x-www-form-urlencoded");
        let body = Body::from(body.to_owned());
        self.clone()
            .header("sec-fetch-site", "same-origin")
            .send(Method::POST, path, kind, body)
            .await
    }

    /// `POST` of a file.
    pub async fn upload(&self, path: &str, file: &[u8]) -> Answer {
        let body = Body::from(file.to_vec());
        let kind = Some("application/octet-stream");
        self.send(Method::POST, path, kind, body).await
    }

    /// Any request.
    ///
    /// # Panics
    /// When it cannot be made, or the answer has no end.
    pub async fn send(&self, method: Method, path: &str, kind: Option<&str>, body: Body) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if let Some(kind) = kind {
            request = request.header(CONTENT_TYPE, kind);
        }
        let request = request.body(body).expect("a request");
        let answer = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        let (parts, body) = answer.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text,
            bytes: bytes.to_vec(),
        }
    }
}
