//! The commands.

mod backup;
mod demo;
mod export;
mod export_all;
mod export_dossier;
mod form;
mod import;
mod import_all;
mod init;
mod migrate;
mod open;
mod print;
mod restore;
mod said;
mod serve;
mod token;
mod user;
mod verify;
mod watched;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use ipnet::IpNet;
use kedang::serve::{Door, Wanted};
use kedang::tls::Given;

/// Kedang 客档：客户档案。
#[derive(Parser, Debug)]
#[command(version, propagate_version = true)]
pub(crate) struct Kedang {
    #[command(flatten)]
    at: At,
    #[command(subcommand)]
    command: Command,
}

/// Where the data is, and how a command reports.
#[derive(Args, Debug, Clone)]
pub(crate) struct At {
    /// Folder of the embedded database.
    #[arg(
        long,
        global = true,
        default_value = "./kedang-data",
        value_name = "DIR"
    )]
    pub(crate) data: PathBuf,
    /// PostgreSQL instead of the folder, as postgres://user@host/name.
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) database: Option<String>,
    /// Report as JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// How much to log: error, warn, info, debug or trace.
    #[arg(long, global = true, default_value = "warn", value_name = "LEVEL")]
    pub(crate) log: String,
}

impl Kedang {
    /// Whether the command reports as JSON.
    pub(crate) fn reports_json(&self) -> bool {
        self.at.json
    }
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serve pages and JSON.
    Serve(Serve),
    /// Make the demo company in an empty folder, and serve it.
    Demo(Demo),
    /// Make the database and a one-time set-up link.
    Init(Init),
    /// Bring the database to this version of the program.
    Migrate(Migrate),
    /// Copy database, files and keys into a new folder, while the server runs.
    Backup(Backup),
    /// Bring a backup into an empty folder or database.
    Restore(Restore),
    /// Bring in a file or everything, go on with one that was broken off, or take one back.
    #[command(subcommand)]
    Import(import_all::Ask),
    /// Write customers into a file, or everything into a folder.
    #[command(subcommand)]
    Export(export_all::Ask),
    /// Write a card or a blank form as a PDF.
    #[command(subcommand)]
    Print(Print),
    /// Forms: list them, check a folder, compare two folders.
    #[command(subcommand)]
    Form(Form),
    /// API tokens.
    #[command(subcommand)]
    Token(Token),
    /// Staff.
    #[command(subcommand)]
    User(User),
    /// Check that everything is there and is what it was; exit code 1 when something is not.
    Verify,
}

#[derive(Args, Debug)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) door: DoorAsk,
    /// The folder for backups taken from the page; `backups` in the data folder unless named.
    #[arg(long, value_name = "DIR")]
    pub(crate) backups: Option<PathBuf>,
}

/// Where and how callers come in.
#[derive(Args, Debug)]
pub(crate) struct DoorAsk {
    /// Address and port. Beyond this machine TLS is spoken, with keys of the house's own unless
    /// others are given.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDR:PORT")]
    pub(crate) listen: SocketAddr,
    /// Certificate chain and key, PEM.
    #[arg(long, num_args = 2, value_names = ["CERT", "KEY"])]
    pub(crate) tls: Vec<PathBuf>,
    /// Plain http for a proxy that does TLS, from these addresses only; may be repeated.
    #[arg(long, value_name = "CIDR")]
    pub(crate) behind_proxy: Vec<IpNet>,
}

impl DoorAsk {
    /// The door that was asked for; keys of the house's own lie in the data folder.
    pub(crate) fn door(&self, at: &At) -> anyhow::Result<Door> {
        let tls = match self.tls.as_slice() {
            [certificate, key] => Some(Given {
                certificate: certificate.clone(),
                key: key.clone(),
            }),
            _ => None,
        };
        let wanted = Wanted {
            tls,
            behind_proxy: self.behind_proxy.clone(),
        };
        Door::choose(self.listen, &wanted, &at.data.join("tls"))
    }
}

#[derive(Args, Debug)]
pub(crate) struct Demo {
    #[command(flatten)]
    pub(crate) door: DoorAsk,
    /// Customers to be invented.
    #[arg(long, default_value_t = 2_000, value_name = "N")]
    pub(crate) customers: usize,
}

#[derive(Args, Debug)]
pub(crate) struct Init {
    /// One account per role, without passwords: for scripts and tests.
    #[arg(long)]
    pub(crate) with_roles: bool,
    /// The address that will be served, for the link.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDR:PORT")]
    pub(crate) listen: SocketAddr,
}

#[derive(Args, Debug)]
pub(crate) struct Migrate {
    /// Only say which steps would be taken; exit code 3 when the data is newer than this program.
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Backup {
    /// The folder in which the backup's own folder is made, named after the time.
    #[arg(short = 'o', long = "out", value_name = "DIR")]
    pub(crate) out: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct Restore {
    /// The folder of the backup, kedang-backup-…; `--data` names the new data folder.
    #[arg(value_name = "BACKUP")]
    pub(crate) from: PathBuf,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Export {
    /// Customers, a row each, with the fields of the JSON interface under their names there.
    Customers(ExportFile),
    /// A whole dossier: the customer, its persons, every card, the contact log, what is enclosed.
    Dossier(ExportDossier),
}

#[derive(Args, Debug)]
pub(crate) struct ExportDossier {
    /// The id of the customer, or its code.
    pub(crate) id: String,
    /// As what.
    #[arg(long, value_enum, default_value_t = DossierFormat::Pdf)]
    pub(crate) format: DossierFormat,
    /// The file to be written; one of that name is replaced.
    #[arg(short = 'o', long = "out", value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Login name whose rights count; else the first of the information department.
    #[arg(long = "as", value_name = "USER")]
    pub(crate) login: Option<String>,
}

#[derive(ValueEnum, Debug, Clone, Copy)]
pub(crate) enum DossierFormat {
    /// Ruled pages with a cover.
    Pdf,
    /// One record, as the JSON interface has it.
    Json,
    /// The business card of the customer and its persons alone.
    Vcf,
}

#[derive(Args, Debug)]
pub(crate) struct ExportFile {
    /// As what.
    #[arg(long, value_enum, default_value_t = ExportFormat::Csv)]
    pub(crate) format: ExportFormat,
    /// The file to be written; one of that name is replaced.
    #[arg(short = 'o', long = "out", value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Login name whose rights count; else the first of the information department.
    #[arg(long = "as", value_name = "USER")]
    pub(crate) login: Option<String>,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Print {
    /// A card, filled in.
    Card {
        /// The id of the card.
        id: String,
        /// One part of it alone, by the key of its section in the form: head …
        #[arg(long, value_name = "KEY")]
        part: Option<String>,
        #[command(flatten)]
        file: PrintFile,
    },
    /// The cards of a form of many customers as one file, filled or blank.
    Cards {
        /// The key of the form: salon-card …
        #[arg(long, value_name = "KEY")]
        form: String,
        /// Which customers, as the address of their list has it: stage=active&grade=A
        #[arg(long, default_value = "", value_name = "QUESTION")]
        filter: String,
        /// Blank copies with the customers' names, instead of filled cards.
        #[arg(long)]
        blank: bool,
        #[command(flatten)]
        file: PrintFile,
    },
    /// A form, blank, in its newest version.
    Form {
        /// The key of the form: salon-card …
        key: String,
        /// The language, zh-CN or en.
        #[arg(long, value_name = "LANG")]
        lang: Option<String>,
        #[command(flatten)]
        file: PrintFile,
    },
}

#[derive(Args, Debug)]
pub(crate) struct PrintFile {
    /// The file to be written; one of that name is replaced.
    #[arg(short = 'o', long = "out", value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Login name whose rights count; else the first of the information department.
    #[arg(long = "as", value_name = "USER")]
    pub(crate) login: Option<String>,
}

#[derive(ValueEnum, Debug, Clone, Copy)]
pub(crate) enum ExportFormat {
    /// A customer a line, as the JSON interface has it.
    Jsonl,
    /// UTF-8 with a byte order mark, formulas neutralised.
    Csv,
    /// A spreadsheet.
    Xlsx,
    /// Electronic business cards of customers and their persons.
    Vcf,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Form {
    /// The newest version of every form of the database.
    List,
    /// Compile a form's folder and print its defects; exit code 1 when there are some.
    Lint {
        /// The folder: form.toml, fields.toml, layout.toml, words.*.toml …
        folder: PathBuf,
    },
    /// What changed between two folders, and whether old answers stand.
    Diff {
        /// The folder of the earlier version.
        old: PathBuf,
        /// The folder of the later version.
        new: PathBuf,
    },
}

#[derive(Subcommand, Debug)]
pub(crate) enum Token {
    /// Print a new token, and nothing else.
    Create {
        /// Login name whose rights it carries.
        #[arg(long)]
        user: String,
        /// What it is for.
        #[arg(long, default_value = "cli")]
        name: String,
    },
}

#[derive(Subcommand, Debug)]
pub(crate) enum User {
    /// Set a password, read from the first line of standard input.
    Password {
        /// Login name.
        #[arg(long)]
        user: String,
    },
    /// Give a post in which to sign: beauty_consultant, beautician, expert …
    Post {
        /// Login name.
        #[arg(long)]
        user: String,
        /// The post, as the forms call it.
        #[arg(long)]
        post: String,
    },
}

/// Runs a command.
pub(crate) fn run(kedang: Kedang) -> anyhow::Result<ExitCode> {
    let at = kedang.at;
    match kedang.command {
        Command::Serve(ask) => serve::serve(&at, &ask),
        Command::Demo(ask) => demo::demo(&at, &ask),
        Command::Init(ask) => init::init(&at, &ask),
        Command::Migrate(ask) => migrate::migrate(&at, &ask),
        Command::Backup(ask) => backup::backup(&at, &ask),
        Command::Restore(ask) => restore::restore(&at, &ask),
        Command::Import(ask) => import_all::either(&at, &ask),
        Command::Export(ask) => export_all::either(&at, &ask),
        Command::Print(ask) => print::print(&at, &ask),
        Command::Form(ask) => form::form(&at, &ask),
        Command::Token(ask) => token::token(&at, &ask),
        Command::User(ask) => user::user(&at, &ask),
        Command::Verify => verify::verify(&at),
    }
}

/// Logs go to standard error; standard output is for what a command prints.
pub(crate) fn log_to_stderr(kedang: &Kedang) {
    let level = kedang.at.log.parse().unwrap_or(tracing::Level::WARN);
    tracing_subscriber::fmt()
        .with_max_level(level)
        .with_writer(std::io::stderr)
        .init();
}
